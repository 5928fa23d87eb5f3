package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.ITokenToStringConverter;
import org.eclipse.xtext.parser.antlr.AntlrTokenToStringConverter;

/**
 * Makes the elements of syntax trees. They tell nobody of their changes, since nobody listens while a text is parsed and
 * nothing changes afterwards.
 */
final class TreeFactory implements IAstFactory {
    private final IValueConverterService values = new CapdlValueConverterService();
    private final ITokenToStringConverter texts = new AntlrTokenToStringConverter();

    @Override
    public EObject create(EClassifier classifier) {
        EClass type = (EClass) classifier;
        EObject element = type.getEPackage().getEFactoryInstance().create(type);
        element.eSetDeliver(false);
        return element;
    }

    @Override
    public void set(EObject object, String feature, Object value, String rule, INode node)
            throws ValueConverterException {
        ((InternalEObject) object).eSet(Features.id(object.eClass(), feature), value(value, rule, node));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void add(EObject object, String feature, Object value, String rule, INode node)
            throws ValueConverterException {
        // A new element and a word are added without a look whether they are there already: words may be repeated.
        int id = Features.id(object.eClass(), feature);
        ((InternalEList<Object>) ((InternalEObject) object).eGet(id, false, true)).addUnique(value(value, rule, node));
    }

    private Object value(Object written, String rule, INode node) throws ValueConverterException {
        Object value = texts.getTokenAsStringIfPossible(written);
        return value instanceof CharSequence && rule != null ? values.toValue(value.toString(), rule, node) : value;
    }
}
