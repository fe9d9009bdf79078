package id.rapor.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * The rows of a Parquet file, in order, each value as the text that a CSV file would bear: a moment
 * with its offset, a wall-clock time without, a decimal in full. Row groups are read one by one.
 */
final class ParquetNodes extends Ahead<ObjectNode> {
  private final ParquetReader<Group> reader;

  ParquetNodes(Path file) throws IOException {
    reader = new Builder(file).withConf(new PlainParquetConfiguration()).build();
    advance();
  }

  /** The names of all columns; those in a group with the group's name and a dot before them. */
  static List<String> columns(Path file) throws IOException {
    try (ParquetFileReader footer = ParquetFileReader.open(new LocalInputFile(file))) {
      List<String> names = new ArrayList<>();
      names(footer.getFileMetaData().getSchema(), "", names);
      return names;
    }
  }

  private static void names(GroupType group, String before, List<String> names) {
    for (Type field : group.getFields()) {
      names.add(before + field.getName());
      if (!field.isPrimitive() && field.getLogicalTypeAnnotation() == null) {
        names(field.asGroupType(), before + field.getName() + ".", names);
      }
    }
  }

  @Override
  ObjectNode read() throws IOException {
    Group group = reader.read();
    if (group == null) {
      reader.close();
      return null;
    }
    return node(group);
  }

  private static ObjectNode node(Group group) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (int field = 0; field < group.getType().getFieldCount(); field++) {
      Type type = group.getType().getType(field);
      int count = group.getFieldRepetitionCount(field);
      if (type.isRepetition(Type.Repetition.REPEATED)) {
        ArrayNode list = node.putArray(type.getName());
        for (int place = 0; place < count; place++) {
          add(list, group, field, place);
        }
      } else if (count == 1 && type.isPrimitive()) {
        node.put(type.getName(), ParquetValue.text(group, field, 0));
      } else if (count == 1 && isList(type)) {
        node.set(type.getName(), list(group.getGroup(field, 0)));
      } else if (count == 1) {
        node.set(type.getName(), node(group.getGroup(field, 0)));
      }
    }
    return node;
  }

  private static boolean isList(Type type) {
    return LogicalTypeAnnotation.listType().equals(type.getLogicalTypeAnnotation());
  }

  /** A list's one field repeats a group around each element. */
  private static ArrayNode list(Group list) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    for (int place = 0; place < list.getFieldRepetitionCount(0); place++) {
      if (list.getType().getType(0).isPrimitive()) {
        elements.add(ParquetValue.text(list, 0, place));
      } else {
        Group around = list.getGroup(0, place);
        if (around.getFieldRepetitionCount(0) > 0) {
          add(elements, around, 0, 0);
        } else {
          elements.addNull();
        }
      }
    }
    return elements;
  }

  private static void add(ArrayNode list, Group group, int field, int place) {
    if (group.getType().getType(field).isPrimitive()) {
      list.add(ParquetValue.text(group, field, place));
    } else {
      list.add(node(group.getGroup(field, place)));
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(Path file) {
      super(new LocalInputFile(file));
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
