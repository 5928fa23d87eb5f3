package dev.trapwalk.lang;

import com.google.inject.Provider;
import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import dev.trapwalk.lang.parser.antlr.internal.InternalWalkLexer;
import dev.trapwalk.lang.parsing.ScenarioLexer;
import org.eclipse.xtext.conversion.IValueConverterService;

/** Runtime services of the scenario language. */
public class WalkRuntimeModule extends AbstractWalkRuntimeModule {

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return CapdlValueConverterService.class;
    }

    @Override
    public Provider<? extends InternalWalkLexer> provideInternalWalkLexer() {
        return ScenarioLexer::new;
    }
}
