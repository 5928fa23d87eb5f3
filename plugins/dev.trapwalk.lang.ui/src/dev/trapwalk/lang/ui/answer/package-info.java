/**
 * What answers in the Search view have in common: {@link dev.trapwalk.lang.ui.answer.Answer} is what its history keeps,
 * {@link dev.trapwalk.lang.ui.answer.AnswerPage} shows it as a tree.
 */
package dev.trapwalk.lang.ui.answer;
