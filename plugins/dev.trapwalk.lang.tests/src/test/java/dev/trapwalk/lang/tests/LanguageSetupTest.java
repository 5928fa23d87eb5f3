package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ISetup;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.junit.jupiter.api.Test;

class LanguageSetupTest {

    @Test
    void bothLanguagesOfferThemselvesToALanguageServer() {
        List<ISetup> setups = StreamSupport.stream(ServiceLoader.load(ISetup.class).spliterator(), false).toList();
        assertThat(setups).hasSize(2);
        setups.forEach(ISetup::createInjectorAndDoEMFRegistration);
        for (String ending : List.of("cdl", "walk")) {
            assertThat(IResourceServiceProvider.Registry.INSTANCE.getResourceServiceProvider(
                    URI.createURI("file:/layout." + ending))).as(ending).isNotNull();
        }
    }
}
