package dev.trapwalk.lang;

import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import org.eclipse.xtext.conversion.IValueConverterService;

/** Runtime services of the capDL language. */
public class CapdlRuntimeModule extends AbstractCapdlRuntimeModule {

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return CapdlValueConverterService.class;
    }
}
