/** Quick fixes and refactorings. {@link dev.trapwalk.lang.ide.services.CodeActionService} asks them. */
package dev.trapwalk.lang.ide.services.fix;
