package id.rapor.sample;

import id.rapor.sample.Draw.Purpose;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Payments;
import id.rapor.table.Surveys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines as real deliveries have them: bad ones that must be refused, rows delivered twice, rows
 * corrected later, and one taken back. A bad line is a further line under an id of its own, so that
 * no case is lost with it.
 */
final class Dirt {
  /** What is wrong with a line, or that a good row comes again. */
  private enum Act {
    WRONG_DATE,
    NEGATIVE_FEE,
    UNKNOWN_STATUS,
    CLOSED_BEFORE_SUBMITTED,
    MISSING_REQUIRED,
    WRONG_COLUMN_COUNT,
    DELIVERED_TWICE,
    CORRECTED,
    RETRACTED;

    /** What stands in the line instead of what should. */
    Map<Field, String> instead() {
      return switch (this) {
        case WRONG_DATE -> Map.of(Cases.SUBMITTED_AT, "2026-13-45T09:00:00");
        case NEGATIVE_FEE -> Map.of(Cases.FEE_PAID, "-50000");
        case UNKNOWN_STATUS -> Map.of(Cases.STATUS, "entahlah");
        case CLOSED_BEFORE_SUBMITTED -> Map.of(Cases.CLOSED_AT, "2019-02-01T10:00:00");
        case MISSING_REQUIRED -> Map.of(Cases.SERVICE_ID, "");
        default -> Map.of();
      };
    }

    boolean isRefused() {
      return this != DELIVERED_TWICE && this != CORRECTED && this != RETRACTED;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final int ALL_COLUMNS = Integer.MAX_VALUE;
  private static final int TOO_FEW_COLUMNS = 19;

  /** One bad line of each kind, and one more for so many cases. */
  private static final long BAD_EVERY = 20_000;

  private static final long TWICE_EVERY = 400;
  private static final long CORRECTED_EVERY = 1000;

  private final Span span;
  private final List<Map<Long, Act>> acts = new ArrayList<>();

  Dirt(Nation nation) {
    this.span = nation.span;
    for (int month = 0; month < span.months(); month++) {
      boolean isWanted = nation.options.wrongs() == Sample.Wrongs.PLANTED;
      acts.add(isWanted ? choose(nation, month) : Map.of());
    }
  }

  private static Map<Long, Act> choose(Nation nation, int month) {
    long cases = 0;
    for (long[] counts : nation.counts) {
      cases += counts[month];
    }
    Map<Long, Act> chosen = new HashMap<>();
    for (Act act : Act.values()) {
      for (long number = 0; number < count(act, cases, month); number++) {
        Draw draw =
            Draw.of(nation.options.seed(), Purpose.DIRT, month, act.code().hashCode(), number);
        chosen.putIfAbsent((long) (draw.unit() * cases), act);
      }
    }
    return chosen;
  }

  private static long count(Act act, long cases, int month) {
    return switch (act) {
      case DELIVERED_TWICE -> 1 + cases / TWICE_EVERY;
      case CORRECTED -> 1 + cases / CORRECTED_EVERY;
      case RETRACTED -> month == 0 ? 1 : 0;
      default -> 1 + cases / BAD_EVERY;
    };
  }

  /** Adds what goes wrong around {@code draft}, the {@code place}-th case of its month. */
  void soil(Draft draft, long place, Batch batch) {
    Act act = acts.get(draft.month).get(place);
    if (act != null) {
      if (act.isRefused()) {
        refuse(act, draft, batch);
      } else {
        again(act, draft, batch);
      }
    }
    if (!acts.get(draft.month).isEmpty()) {
      others(draft, batch);
    }
  }

  private void refuse(Act act, Draft draft, Batch batch) {
    Map<Field, String> instead = new HashMap<>(act.instead());
    String id = draft.id + "-X";
    instead.put(Cases.CASE_ID, id);
    int width = act == Act.WRONG_COLUMN_COUNT ? TOO_FEW_COLUMNS : ALL_COLUMNS;
    draft.horizon = span.end(draft.month);
    CaseSheet.CASES.writeInstead(
        batch.of(CaseSheet.CASES, draft.month), draft, CaseSheet.ROW, instead, width);
    draft.horizon = span.horizon();
    tell(batch, CaseSheet.CASES, draft.month, act.code(), draft, id);
  }

  /** Delivers a finished case again in the next month's file, one taken back in the last. */
  private void again(Act act, Draft draft, Batch batch) {
    draft.isRetracted = act == Act.RETRACTED;
    int next = draft.isRetracted ? span.months() - 1 : draft.month + 1;
    boolean isFinished =
        draft.closingKnown < span.end(draft.month) && draft.lastEvent() == draft.closingKnown;
    if (next >= span.months() || (!isFinished && !draft.isRetracted)) {
      return;
    }
    Map<Field, String> instead = new HashMap<>();
    if (act != Act.DELIVERED_TWICE) {
      instead.put(Feed.RECORDED_AT, time(draft, span.end(next) - 3600L));
      if (draft.isRetracted) {
        instead.put(Feed.RETRACTED, "true");
      } else {
        instead.put(Cases.CHANNEL, draft.channel.equals("counter") ? "online" : "counter");
      }
    }
    CaseSheet.CASES.writeInstead(
        batch.of(CaseSheet.CASES, next), draft, CaseSheet.ROW, instead, ALL_COLUMNS);
    tell(batch, CaseSheet.CASES, next, act.code(), draft, draft.id);
  }

  /** One bad line in each slice's first payments, answers and complaints. */
  private void others(Draft draft, Batch batch) {
    if (!draft.payments.isEmpty()) {
      soilOnce(Sheets.PAYMENTS, draft, draft.payments.get(0), batch, Payments.AMOUNT, "-75000");
    }
    if (draft.answer != null) {
      soilOnce(Sheets.SURVEYS, draft, draft.answer, batch, Surveys.ANSWERED_AT, "kemarin");
    }
    if (draft.grievance != null) {
      soilOnce(
          Sheets.COMPLAINTS, draft, draft.grievance, batch, Complaints.STATUS, "menunggu jawaban");
    }
  }

  private <R> void soilOnce(
      Sheet<R> sheet, Draft draft, R row, Batch batch, Field field, String text) {
    boolean isDelivered = batch.at(sheet.place(), draft.month) != null;
    if (!isDelivered || !batch.soiled.add(sheet.place())) {
      return;
    }
    String id = draft.id + "-X";
    Map<Field, String> instead = Map.of(field, text, sheet.feed().columns().get(0), id);
    draft.horizon = span.end(draft.month);
    sheet.writeInstead(batch.of(sheet, draft.month), draft, row, instead, ALL_COLUMNS);
    draft.horizon = span.horizon();
    tell(batch, sheet, draft.month, "wrong_" + field.name(), draft, id);
  }

  private void tell(Batch batch, Sheet<?> sheet, int month, String fault, Draft draft, String id) {
    batch.dirt.text(
        Csv.line(
            List.of(
                Landing.name(sheet.feed().name(), span.month(month)),
                fault,
                draft.agency.id(),
                id)));
  }

  private static String time(Draft draft, long local) {
    Line line = new Line();
    line.time(draft.agency, local);
    return new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
  }
}
