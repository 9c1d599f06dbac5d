package org.anlan.report;

/** A part of a document. Where a value may be anything: a {@link org.anlan.base.Text}, a String, a Long, Integer or Double; "" is nothing. */
public sealed interface Block permits Heading, Words, Facts, Table, MapPicture, Photos {}
