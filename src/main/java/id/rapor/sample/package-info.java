/**
 * The synthetic nation: service logs in the form of the feeds, with known wrongs and the truth
 * about them.
 *
 * <p>In: {@link id.rapor.sample.Sample.Options} and the small lists under the package's resources.
 * Out: a folder with {@code landing/}, {@code reference/} and {@code truth/}. Every random draw
 * comes from a seed hashed with the key of what is drawn, so that no content depends on threads.
 */
package id.rapor.sample;
