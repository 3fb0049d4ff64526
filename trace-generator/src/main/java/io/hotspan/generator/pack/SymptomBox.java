package io.hotspan.generator.pack;

/**
 * Where on a heatmap a symptom shows: spans of {@code scope} that match {@code filter} and last longer than
 * {@code aboveNanos} and up to {@code upToNanos}.
 *
 * @param filter a TraceQL spanset filter
 * @param scope {@code root}, {@code entry} or {@code all}
 */
public record SymptomBox(String filter, String scope, long aboveNanos, long upToNanos) {}
