package dev.trapwalk.lang;

import com.google.inject.Provider;
import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import dev.trapwalk.lang.parser.antlr.internal.InternalCapdlLexer;
import dev.trapwalk.lang.parsing.LayoutLexer;
import org.eclipse.xtext.conversion.IValueConverterService;

/** Runtime services of the capDL language. */
public class CapdlRuntimeModule extends AbstractCapdlRuntimeModule {

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return CapdlValueConverterService.class;
    }

    @Override
    public Provider<? extends InternalCapdlLexer> provideInternalCapdlLexer() {
        return LayoutLexer::new;
    }
}
