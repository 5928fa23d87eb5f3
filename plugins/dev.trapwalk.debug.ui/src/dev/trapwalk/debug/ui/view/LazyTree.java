package dev.trapwalk.debug.ui.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * A tree of any number of rows of which only those that can be seen are made. From stop to stop it keeps what is
 * expanded, selected and scrolled to; while the rows' keys are the same only the visible texts are set again.
 *
 * @param <N> a row
 */
public final class LazyTree<N> {

    private static final String ROW = "row"; //$NON-NLS-1$
    private static final String INDEX = "index"; //$NON-NLS-1$
    /** Most items that are brought up to date one by one; more were made only by scrolling far. */
    private static final int MANY = 200;

    private final Tree tree;
    private final Set<Object> expanded = new HashSet<>();
    private final Set<Object> openedOnce = new HashSet<>();
    /** Rows of the tree and of each expanded row, by the row's key; those of the tree by null. */
    private Map<Object, List<N>> shown = new HashMap<>();
    private Map<Object, List<Object>> shownKeys = Map.of();
    /** The items made so far, parents before children. */
    private final Set<TreeItem> filled = new LinkedHashSet<>();
    private TreeContent<N> content;
    private boolean filling;

    /** A tree without headers whose columns share its width in these parts. */
    public LazyTree(Composite parent, int... parts) {
        tree = new Tree(parent, SWT.VIRTUAL | SWT.SINGLE | SWT.FULL_SELECTION);
        for (int i = 0; i < parts.length; i++) {
            new TreeColumn(tree, SWT.NONE);
        }
        if (parts.length > 0) {
            tree.addListener(SWT.Resize, event -> share(parts));
        }
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.Expand, event -> expand((TreeItem) event.item));
        tree.addListener(SWT.Collapse, event -> collapse((TreeItem) event.item));
        tree.addListener(SWT.MouseHover, event -> tree.setToolTipText(at(event.x, event.y)
                .map(row -> Marks.hint(content.mark(row), line(row))).filter(text -> !text.isBlank()).orElse(null)));
    }

    /** The widget. */
    public Tree widget() {
        return tree;
    }

    private void share(int[] parts) {
        int width = tree.getClientArea().width;
        int sum = IntStream.of(parts).sum();
        for (int i = 0; i < parts.length; i++) {
            tree.getColumn(i).setWidth(width * parts[i] / sum);
        }
    }

    /** Adds a column with a header; {@code width} in pixels. */
    public TreeColumn addColumn(String title, int width) {
        tree.setHeaderVisible(true);
        TreeColumn column = new TreeColumn(tree, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
        column.setMoveable(true);
        return column;
    }

    /** Shows other content; null shows nothing. */
    public void show(TreeContent<N> newContent) {
        Map<Object, List<N>> rows = new HashMap<>();
        collect(newContent, null, null, rows);
        Map<Object, List<Object>> keys = newContent == null ? Map.of() : keys(newContent, rows);
        boolean same = content != null && newContent != null && keys.equals(shownKeys);
        Object selected = content == null ? null : selected().map(content::key).orElse(null);
        Object top = content == null || tree.getTopItem() == null ? null
                : row(tree.getTopItem()).map(content::key).orElse(null);
        content = newContent;
        shown = rows;
        shownKeys = keys;
        if (!same) {
            rebuild(selected, top);
        } else if (filled.size() > MANY) {
            filled.forEach(TreeCells::forget);
            filled.clear();
            tree.clearAll(true);
        } else {
            filled.removeIf(TreeItem::isDisposed);
            List.copyOf(filled).forEach(item -> fill(item, (Integer) item.getData(INDEX)));
        }
    }

    private void collect(TreeContent<N> from, N parent, Object key, Map<Object, List<N>> rows) {
        List<N> children = from == null ? List.of() : from.children(parent);
        rows.put(key, children);
        if (from == null || expanded.isEmpty()) {
            return;
        }
        for (N child : children) {
            Object childKey = from.key(child);
            if (expanded.contains(childKey) && from.hasChildren(child)) {
                collect(from, child, childKey, rows);
            }
        }
    }

    private Map<Object, List<Object>> keys(TreeContent<N> from, Map<Object, List<N>> rows) {
        Map<Object, List<Object>> keys = new HashMap<>();
        rows.forEach((parent, children) -> keys.put(parent, children.stream().map(from::key).toList()));
        return keys;
    }

    private void rebuild(Object selected, Object top) {
        tree.setRedraw(false);
        filling = true;
        filled.clear();
        tree.removeAll();
        List<N> roots = shown.get(null);
        tree.setItemCount(roots.size());
        expandAgain(null, roots);
        filling = false;
        find(top).ifPresent(tree::setTopItem);
        find(selected).ifPresent(tree::setSelection);
        tree.setRedraw(true);
    }

    private void expandAgain(TreeItem parent, List<N> rows) {
        for (int i = 0; i < rows.size(); i++) {
            N row = rows.get(i);
            List<N> below = shown.get(content.key(row));
            if (below != null && expanded.contains(content.key(row))) {
                TreeItem item = parent == null ? tree.getItem(i) : parent.getItem(i);
                item.setData(ROW, row);
                item.setItemCount(below.size());
                item.setExpanded(true);
                expandAgain(item, below);
            }
        }
    }

    private void fill(Event event) {
        TreeItem item = (TreeItem) event.item;
        item.setData(INDEX, event.index);
        TreeCells.forget(item);
        filled.add(item);
        fill(item, event.index);
    }

    private void fill(TreeItem item, int index) {
        TreeItem parent = item.getParentItem();
        List<N> rows = parent == null ? shown.get(null) : row(parent).map(this::children).orElse(List.of());
        if (content == null || index >= rows.size()) {
            return;
        }
        N row = rows.get(index);
        item.setData(ROW, row);
        TreeCells.of(content, row, Math.max(1, tree.getColumnCount())).showIn(item);
        if (!expanded.contains(content.key(row))) {
            int below = content.hasChildren(row) ? 1 : 0;
            if (item.getItemCount() != below) {
                item.setItemCount(below);
            }
        }
    }

    private List<N> children(N row) {
        return shown.computeIfAbsent(content.key(row), key -> content.children(row));
    }

    private void expand(TreeItem item) {
        if (filling) {
            return;
        }
        row(item).ifPresent(row -> {
            expanded.add(content.key(row));
            item.setItemCount(children(row).size());
            shownKeys = keys(content, shown);
        });
    }

    private void collapse(TreeItem item) {
        row(item).ifPresent(row -> {
            expanded.remove(content.key(row));
            shown.remove(content.key(row));
            shownKeys = keys(content, shown);
        });
    }

    @SuppressWarnings("unchecked")
    private Optional<N> row(TreeItem item) {
        return Optional.ofNullable((N) item.getData(ROW));
    }

    /** The selected row. */
    public Optional<N> selected() {
        return tree.getSelectionCount() == 0 || content == null ? Optional.empty() : row(tree.getSelection()[0]);
    }

    /** The row at a place of the widget. */
    public Optional<N> at(int x, int y) {
        TreeItem item = tree.getItem(new org.eclipse.swt.graphics.Point(x, y));
        return item == null ? Optional.empty() : row(item);
    }

    /** Expands the rows with these keys from now on, as soon as they are there. */
    public void expandKeys(List<?> keys) {
        if (expanded.addAll(keys) && content != null) {
            show(content);
        }
    }

    /** Expands the rows with these keys the first time that they are there; a person may close them. */
    public void openOnce(List<?> keys) {
        expandKeys(keys.stream().filter(openedOnce::add).toList());
    }

    /** Selects the row with a key, if it is there and all above it are expanded. */
    public boolean select(Object key) {
        Optional<TreeItem> item = find(key);
        item.ifPresent(found -> {
            tree.setSelection(found);
            tree.showItem(found);
            tree.notifyListeners(SWT.Selection, new Event());
        });
        return item.isPresent();
    }

    private Optional<TreeItem> find(Object key) {
        return key == null || content == null ? Optional.empty() : find(null, null, key);
    }

    private Optional<TreeItem> find(TreeItem parent, Object parentKey, Object key) {
        List<N> rows = shown.getOrDefault(parentKey, List.of());
        for (int i = 0; i < rows.size(); i++) {
            Object rowKey = content.key(rows.get(i));
            if (Objects.equals(rowKey, key)) {
                TreeItem item = item(parent, i);
                item.setData(ROW, rows.get(i));
                return Optional.of(item);
            }
            if (expanded.contains(rowKey) && shown.containsKey(rowKey)) {
                Optional<TreeItem> below = find(item(parent, i), rowKey, key);
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }

    private TreeItem item(TreeItem parent, int index) {
        return parent == null ? tree.getItem(index) : parent.getItem(index);
    }

    /** The texts of all rows that are there or would be after scrolling, columns separated by two spaces. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (content != null) {
            addTexts(null, "", texts); //$NON-NLS-1$
        }
        return texts;
    }

    private void addTexts(Object parentKey, String indent, List<String> texts) {
        for (N row : shown.getOrDefault(parentKey, List.of())) {
            texts.add(indent + line(row));
            if (expanded.contains(content.key(row))) {
                addTexts(content.key(row), indent + "  ", texts); //$NON-NLS-1$
            }
        }
    }

    private String line(N row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < Math.max(1, tree.getColumnCount()); column++) {
            String text = content.text(row, column);
            line.append(column == 0 || text.isEmpty() ? "" : "  ").append(text); //$NON-NLS-1$ //$NON-NLS-2$
        }
        return line.toString();
    }
}
