package dev.trapwalk.lang.ide.services.fix;

/** What goes when an element of a list goes: the comma beside it too, and the brackets around the last one. */
record Removal(int offset, int length) {

    static Removal of(String text, int offset, int length) {
        int left = offset;
        while (left > 0 && Character.isWhitespace(text.charAt(left - 1))) {
            left--;
        }
        int right = offset + length;
        while (right < text.length() && Character.isWhitespace(text.charAt(right))) {
            right++;
        }
        char before = left > 0 ? text.charAt(left - 1) : ' ';
        char after = right < text.length() ? text.charAt(right) : ' ';
        if (before == '(' && after == ')') {
            int open = left - 1;
            while (open > 0 && text.charAt(open - 1) == ' ') {
                open--;
            }
            return new Removal(open, right + 1 - open);
        }
        if (before == ',') {
            return new Removal(left - 1, offset + length - left + 1);
        }
        if (after == ',' && before == '(') {
            int next = right + 1;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            return new Removal(offset, next - offset);
        }
        return new Removal(offset, length);
    }
}
