package org.anlan.report;

import org.anlan.base.Text;

/** What the blocks that follow are about. */
public record Heading(Text text) implements Block {}
