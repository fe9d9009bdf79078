package id.rapor.explain;

import java.util.Optional;

/**
 * Whose score a reader wants explained.
 *
 * @param period the period's code
 * @param perspective the only one to take apart; empty for all of them
 */
public record ScoreAsked(String agency, String period, Optional<String> perspective) {}
