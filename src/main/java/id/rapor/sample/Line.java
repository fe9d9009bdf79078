package id.rapor.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Lines of CSV as they are written: bytes that grow. Written by hand, as formatting takes most of
 * the time when there are millions of lines.
 */
final class Line {
  private static final int FIRST_SIZE = 1 << 12;

  /** Longest text that a whole number or a time needs. */
  private static final int ROOM = 32;

  /** Days that can be written: every day of the longest span, and what is promised after it. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);

  private static final int LAST_YEAR = 2030;
  private static final int DATE_LENGTH = 10;
  private static final byte[] DATES = dates();

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
    room(ROOM);
    int day = (int) (Math.floorDiv(local, (long) Span.DAY) - FIRST_DAY.toEpochDay());
    System.arraycopy(DATES, day * DATE_LENGTH, bytes, length, DATE_LENGTH);
    length += DATE_LENGTH;
    int second = (int) Math.floorMod(local, (long) Span.DAY);
    bytes[length++] = 'T';
    two(second / 3600);
    bytes[length++] = ':';
    two(second / 60 % 60);
    bytes[length++] = ':';
    two(second % 60);
    if (agency.does(Agency.Habit.OFFSETS)) {
      bytes[length++] = '+';
      two(agency.region().offset() / 3600);
      bytes[length++] = ':';
      two(0);
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

  private void two(int number) {
    bytes[length++] = (byte) ('0' + number / 10);
    bytes[length++] = (byte) ('0' + number % 10);
  }

  private static byte[] dates() {
    StringBuilder text = new StringBuilder();
    for (LocalDate day = FIRST_DAY; day.getYear() < LAST_YEAR; day = day.plusDays(1)) {
      text.append(day);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
