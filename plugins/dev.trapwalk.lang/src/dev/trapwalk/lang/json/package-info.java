/**
 * capDL as JSON, in the shape that seL4's Rust initialiser reads (crate {@code sel4-capdl-initializer-types}, type {@code Spec})
 * and that Microkit and the capDL tool's {@code --json} write: a list of named objects that refer to each other by their index.
 *
 * <p>{@link dev.trapwalk.lang.json.JsonExport} writes a model, {@link dev.trapwalk.lang.json.JsonImport} makes capDL text of a
 * file. The two forms do not say the same: JSON knows no derivations, no names for capabilities, no ASIDs, no
 * {@code mapping:} and fewer object types; capDL knows no fill with bytes and no trigger of a RISC-V interrupt. Whatever one
 * form says and the other cannot is told in a {@link dev.trapwalk.lang.json.Note}, never dropped silently.
 *
 * <p>JSON does not name the architecture either. We write one more member, {@code "arch"}, which readers made with serde or
 * aeson skip; where it is missing, {@link dev.trapwalk.lang.json.ArchGuess} infers it.
 */
package dev.trapwalk.lang.json;
