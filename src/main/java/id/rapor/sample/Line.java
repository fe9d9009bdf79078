package id.rapor.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of CSV as they are written: bytes that grow. Written by hand, as formatting takes most of
 * the time when there are millions of lines.
 */
final class Line {
  private static final int FIRST_SIZE = 1 << 12;

  /** Longest text that a whole number or a time needs. */
  private static final int ROOM = 32;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  void clear() {
    length = 0;
  }

  void append(Line other) {
    room(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /** A cell that needs no quotes. */
  void text(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  /** A cell of free text, in quotes where it must be. */
  void quoted(String text) {
    bytes(Csv.cell(text).getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void whole(long number) {
    padded(number, 1);
  }

  /** A whole number, not below zero, with at least {@code width} digits. */
  void padded(long number, int width) {
    room(ROOM);
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    int end = length + Math.max(digits, width);
    long rest = number;
    for (int i = end - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  /** ISO 8601: local wall-clock time, and the offset where the agency writes it. */
  void time(Agency agency, long local) {
    date(Math.floorDiv(local, (long) Span.DAY));
    room(ROOM);
    long second = Math.floorMod(local, (long) Span.DAY);
    bytes[length++] = 'T';
    padded(second / 3600, 2);
    bytes[length++] = ':';
    padded(second / 60 % 60, 2);
    bytes[length++] = ':';
    padded(second % 60, 2);
    if (agency.does(Agency.Habit.OFFSETS)) {
      bytes[length++] = '+';
      padded(agency.region().offset() / 3600, 2);
      bytes[length++] = ':';
      padded(0, 2);
    }
  }

  void comma() {
    room(1);
    bytes[length++] = ',';
  }

  void newLine() {
    room(1);
    bytes[length++] = '\n';
  }

  /** Year, month and day of {@code epochDay}, by the usual shift of the year to March. */
  private void date(long epochDay) {
    room(ROOM);
    long day = epochDay + 719_468;
    long era = day / 146_097;
    long dayOfEra = day % 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long shifted = (5 * dayOfYear + 2) / 153;
    long month = shifted < 10 ? shifted + 3 : shifted - 9;
    padded(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
    bytes[length++] = '-';
    padded(month, 2);
    bytes[length++] = '-';
    padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
