package org.anlan.geo;

import java.util.Optional;
import org.anlan.base.Finding.Place;
import org.anlan.base.Text;

/**
 * Something wrong with one shape.
 *
 * @param kind what is wrong
 * @param count how often (repeated vertices, rings); at least 1
 * @param place the first place concerned, longitude and latitude; empty where there is none
 */
public record GeometryProblem(Kind kind, int count, Optional<Place> place) {

    /** What can be wrong with a shape. */
    public enum Kind {
        /** There is no shape, or it has no positions. */
        EMPTY("图形为空", "the shape is empty"),
        /** A coordinate is not a number or infinite. */
        NOT_FINITE("坐标不是有效数值", "a coordinate is not a finite number"),
        /** A line has no length, or a ring encloses nothing. */
        TOO_FEW_POINTS("有效点数不足", "too few distinct points"),
        /** A ring crosses or touches itself or another ring of the shape. */
        SELF_CROSSING("边界自相交", "the boundary crosses itself"),
        /** A line crosses itself (a loop in the coast); not an error of the format. */
        SELF_CROSSING_LINE("线自相交", "the line crosses itself"),
        /** A hole lies outside its shell, rings are nested or the inside falls apart. */
        WRONG_RING_ORDER("内外环关系错误", "rings are nested wrongly"),
        /** The same position twice in a row. */
        DUPLICATE_VERTEX("相邻重复点", "repeated vertices"),
        /** A hole that runs like its shell, or shells of one shape that run against each other. */
        WRONG_RING_DIRECTION("环方向不一致", "rings run the wrong way round");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The words for people. */
        public Text text() {
            return new Text(zh, en);
        }

        /** Whether a shape with this cannot be kept: no area can be told of it, and other software refuses it. */
        public boolean fatal() {
            return this == EMPTY || mendedBy().filter(kind -> !kind.harmless()).isPresent();
        }

        /** The class of repairs that mends it; empty when a person has to. */
        public Optional<RepairKind> mendedBy() {
            return switch (this) {
                case NOT_FINITE, TOO_FEW_POINTS, SELF_CROSSING, WRONG_RING_ORDER -> Optional.of(RepairKind.MAKE_VALID);
                case DUPLICATE_VERTEX -> Optional.of(RepairKind.DROP_DUPLICATE_VERTICES);
                case WRONG_RING_DIRECTION -> Optional.of(RepairKind.REVERSE_RINGS);
                case EMPTY, SELF_CROSSING_LINE -> Optional.empty();
            };
        }
    }
}
