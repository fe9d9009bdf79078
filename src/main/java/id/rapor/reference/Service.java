package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Services;
import java.util.Optional;

/** One service. */
public record Service(
    String serviceId, Optional<String> nameId, Optional<String> nameEn, Optional<String> category) {

  public Service {
    requireNonNull(serviceId);
    requireNonNull(nameId);
    requireNonNull(nameEn);
    requireNonNull(category);
  }

  static Service of(CsvLine line) {
    return new Service(
        line.required(Cases.SERVICE_ID),
        line.text(Agencies.NAME_ID),
        line.text(Agencies.NAME_EN),
        line.text(Services.CATEGORY));
  }
}
