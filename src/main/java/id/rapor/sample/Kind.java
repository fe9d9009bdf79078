package id.rapor.sample;

import id.rapor.sample.Region.Level;
import java.util.List;
import java.util.Locale;

/** A kind of agency: what it is called, who it belongs to, and how busy it usually is. */
enum Kind {
  DUKCAPIL(
      "DUK",
      "Dinas Kependudukan dan Pencatatan Sipil %s",
      "Population and Civil Registration Office, %s",
      "",
      1.4),
  IMIGRASI("IMI", "Kantor Imigrasi Kelas I %s", "Class I Immigration Office, %s", "ministry", 1.0),
  SATPAS(
      "SIM", "Satpas SIM Polres %s", "Driving Licence Unit of the Police, %s", "state_agency", 1.0),
  PTSP(
      "PTS",
      "Dinas Penanaman Modal dan PTSP %s",
      "Investment and One-Stop Service Office, %s",
      "",
      0.9),
  SAMSAT("SAM", "Samsat %s", "Vehicle Registration Office, %s", "province", 1.3),
  PERTANAHAN("TAN", "Kantor Pertanahan %s", "Land Office, %s", "ministry", 0.9),
  PTSP_PROVINSI(
      "PTP",
      "Dinas Penanaman Modal dan PTSP Provinsi %s",
      "Investment and One-Stop Service Office, %s",
      "province",
      0.7),
  AIR_MINUM("AIR", "Perumda Air Minum %s", "Water Utility, %s", "other", 0.6);

  /** Order in which a nation is filled, so that a small one has agencies of every kind. */
  static final List<Kind> ROUND =
      List.of(
          DUKCAPIL,
          IMIGRASI,
          SATPAS,
          PTSP,
          SAMSAT,
          PERTANAHAN,
          DUKCAPIL,
          PTSP_PROVINSI,
          IMIGRASI,
          PTSP,
          AIR_MINUM,
          SAMSAT);

  private final String prefix;
  private final String name;
  private final String englishName;
  private final String body;
  private final double size;

  Kind(String prefix, String name, String englishName, String body, double size) {
    this.prefix = prefix;
    this.name = name;
    this.englishName = englishName;
    this.body = body;
    this.size = size;
  }

  /** How the list of services calls it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many cases it has beside an average agency. */
  double size() {
    return size;
  }

  boolean sitsIn(Region region) {
    return (region.level() == Level.PROVINCE) == (this == PTSP_PROVINSI);
  }

  /** Identifier of the {@code unit}-th agency of this kind in {@code region}, from 1. */
  String agencyId(Region region, int unit) {
    return prefix + "-" + region.digits() + (unit == 1 ? "" : "-" + unit);
  }

  String agencyName(Region region, int unit) {
    return String.format(Locale.ROOT, name, region.name())
        + (unit == 1 ? "" : " Unit Layanan " + unit);
  }

  String agencyEnglishName(Region region, int unit) {
    return String.format(Locale.ROOT, englishName, region.englishName())
        + (unit == 1 ? "" : ", Service Unit " + unit);
  }

  /** The {@code body_type} of such an agency in {@code region}. */
  String bodyType(Region region) {
    return body.isEmpty() ? region.level().name().toLowerCase(Locale.ROOT) : body;
  }
}
