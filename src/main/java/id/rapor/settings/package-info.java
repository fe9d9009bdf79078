/**
 * Settings: typed records read from a YAML file, in which every key is documented and an unknown
 * key is refused.
 *
 * <p>In: a YAML file. Out: {@link id.rapor.settings.Settings}, or a {@link
 * id.rapor.settings.UserError} that names every problem at once with file and line.
 */
package id.rapor.settings;
