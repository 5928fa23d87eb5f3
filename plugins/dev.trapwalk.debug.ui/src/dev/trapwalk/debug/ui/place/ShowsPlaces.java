package dev.trapwalk.debug.ui.place;

/** A view that can be asked to show something. */
public interface ShowsPlaces {

    /** Shows a slot or an object, selected and scrolled to. */
    void reveal(KernelPlace place);
}
