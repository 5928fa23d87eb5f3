package dev.trapwalk.lang.ide.tables;

import dev.trapwalk.lang.ide.services.ModelPlace;
import dev.trapwalk.lang.model.CapdlModel;
import java.util.List;

/** A kind of table: what it can be about, and its rows. Knows no user interface; reads the model only. */
public interface LayoutTable {
    /** More rows are not made: nobody reads them. */
    int MOST_ROWS = 20_000;
    /** More threads and objects are not offered. */
    int MOST_SUBJECTS = 500;

    /** Titles of the columns. */
    List<String> columns();

    /** Names of what tables can be made of: threads first. */
    List<String> subjects(CapdlModel model);

    /** The subject in whose table a place of the text is found, or null; {@code current} if it is there too. */
    String subject(CapdlModel model, ModelPlace place, String current);

    /** The rows for a subject; none when it does not exist. */
    List<LayoutRow> rows(CapdlModel model, String subject);
}
