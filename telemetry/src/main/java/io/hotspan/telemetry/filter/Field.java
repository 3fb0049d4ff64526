package io.hotspan.telemetry.filter;

/** What a filter can look at. */
public sealed interface Field permits Attribute, Intrinsic {}
