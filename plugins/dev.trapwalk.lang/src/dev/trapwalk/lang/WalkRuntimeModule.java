package dev.trapwalk.lang;

import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import org.eclipse.xtext.conversion.IValueConverterService;

/** Runtime services of the scenario language. */
public class WalkRuntimeModule extends AbstractWalkRuntimeModule {

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return CapdlValueConverterService.class;
    }
}
