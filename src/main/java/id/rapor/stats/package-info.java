/**
 * Pure statistics: intervals, tails, multiple testing, and what can be said of ranks.
 *
 * <p>In: doubles. Out: doubles and records. No Spark, no random numbers, no state: the same numbers
 * give the same answer to the last bit, in whatever order the units are given. Each function states
 * its formula, unit, range, what it does at n = 0, n = 1 and NaN, and its source.
 */
package id.rapor.stats;
