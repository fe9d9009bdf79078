/**
 * The league tables: ranks with their confidence sets, badges and movement, for the whole country
 * and for each peer group.
 *
 * <p>In: {@code scorecards}. Out: {@code league}. {@link id.rapor.league.LeagueTables} is the way
 * in; all computing is done in plain records. Who is not rated is listed without a rank, never
 * last.
 */
package id.rapor.league;
