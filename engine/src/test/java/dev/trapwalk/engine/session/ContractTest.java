package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.session.state.StopState;

/** What the session exports is immutable and knows no front end: looked up from the session's methods, type by type. */
class ContractTest {

    private static final String ENGINE = "dev.trapwalk.engine";
    /** Not values: what a client implements, or hands in to boot a machine. */
    private static final Set<String> ROLES =
            Set.of("SessionListener", "TargetFactory", "Target", "Programs", "Words", "PhysicalMemory");
    /** Catalogue entries, which live as long as the program; and the one holder of a value that is worked out once. */
    private static final Set<String> CONSTANTS = Set.of("KernelPoint", "KernelFunction", "Lazy");
    private static final Set<String> VALUES = Set.of("java.lang.String", "java.util.Optional", "java.util.OptionalLong",
            "java.util.List", "java.util.Set", "java.util.Map", "java.util.TreeMap", "java.lang.Class",
            "java.lang.Long");

    private static Set<Class<?>> exported() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Session.class, StopState.class, Command.class,
                SessionEvent.class));
        while (!open.isEmpty()) {
            Class<?> type = open.poll();
            while (type.isArray()) {
                type = type.getComponentType();
            }
            if (type.getName().startsWith(ENGINE) && found.add(type) && !ROLES.contains(type.getSimpleName())) {
                open.addAll(used(type));
            }
        }
        found.removeIf(type -> type == Session.class || ROLES.contains(type.getSimpleName()));
        return found;
    }

    private static List<Class<?>> used(Class<?> type) {
        Stream<Class<?>> methods = Stream.of(type.getDeclaredMethods()).filter(m -> Modifier.isPublic(m.getModifiers()))
                .filter(m -> !m.isSynthetic()).flatMap(ContractTest::types);
        Stream<Class<?>> nested = type.getPermittedSubclasses() == null ? Stream.empty()
                : Stream.of(type.getPermittedSubclasses());
        Stream<Class<?>> components = type.isRecord()
                ? Stream.of(type.getRecordComponents()).flatMap(ContractTest::types) : Stream.empty();
        Set<Class<?>> parents = new LinkedHashSet<>();
        for (Type parent : type.getGenericInterfaces()) {
            collect(parent, parents);
        }
        return Stream.of(methods, nested, components, parents.stream()).flatMap(s -> s).toList();
    }

    private static Stream<Class<?>> types(Method method) {
        boolean own = method.getDeclaringClass().getName().startsWith(ENGINE + ".session");
        Set<Class<?>> types = new LinkedHashSet<>(own ? List.of(method.getParameterTypes()) : List.of());
        types.add(method.getReturnType());
        collect(method.getGenericReturnType(), types);
        return types.stream();
    }

    private static Stream<Class<?>> types(RecordComponent component) {
        Set<Class<?>> types = new LinkedHashSet<>(List.of(component.getType()));
        collect(component.getGenericType(), types);
        return types.stream();
    }

    private static void collect(Type type, Set<Class<?>> types) {
        if (type instanceof Class<?> named) {
            types.add(named);
        } else if (type instanceof ParameterizedType generic) {
            types.add((Class<?>) generic.getRawType());
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, types);
            }
        }
    }

    @Test
    void theSearchFindsTheWholeInterface() {
        assertThat(exported()).extracting(Class::getSimpleName).contains("StopState", "Frame", "Variable", "Breakpoint",
                "Watch", "ThreadSnapshot", "Mark", "Result", "UnitRecord", "Coverage", "Branch", "MemoryImage",
                "PathLog");
        assertThat(exported()).hasSizeGreaterThan(60);
    }

    @Test
    void everyExportedTypeIsImmutable() {
        for (Class<?> type : exported()) {
            if (type.isInterface() || CONSTANTS.contains(type.getSimpleName())) {
                continue;
            }
            for (Class<?> c = type; c != null && c.getName().startsWith(ENGINE); c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    assertThat(Modifier.isFinal(field.getModifiers())).as(type + " has the final field "
                            + field).isTrue();
                    assertThat(isValue(field.getType())).as(field + " is of an immutable type").isTrue();
                }
            }
        }
    }

    private static boolean isValue(Class<?> type) {
        if (type.isArray()) {
            return isValue(type.getComponentType());
        }
        return type.isPrimitive() || VALUES.contains(type.getName()) || type == Object.class || type.isEnum()
                || type.getName().startsWith(ENGINE) && (type.isRecord() || type.isInterface()
                        || Modifier.isFinal(type.getModifiers()) && exportedOrHelper(type));
    }

    /** Final classes of the session without setters: their own fields are looked at when they are exported. */
    private static boolean exportedOrHelper(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).allMatch(field -> Modifier.isFinal(field.getModifiers()))
                || CONSTANTS.contains(type.getSimpleName());
    }

    @Test
    void noExportedTypeNamesAFrontEnd() {
        for (Class<?> type : exported()) {
            List<Class<?>> named = used(type);
            assertThat(named).as(type.getName()).noneMatch(other -> other.getName().startsWith("org.eclipse"));
            assertThat(named).as(type.getName()).allMatch(other -> other.isPrimitive() || other.isArray()
                    || other.getName().startsWith("java.") || other.getName().startsWith(ENGINE));
        }
    }

    @Test
    void allOtherInterfacesAreSealed() {
        assertThat(exported().stream().filter(Class::isInterface)).allMatch(Class::isSealed);
    }
}
