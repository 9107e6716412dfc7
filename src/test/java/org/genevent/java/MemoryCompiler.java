package org.genevent.java;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with javac at its strictest, and loads the classes, without a file. */
final class MemoryCompiler {

  private static final List<String> OPTIONS = List.of(
      "--release", "17", "-Xlint:all", "-Xdoclint:all/protected", "-Werror", "-proc:none", "-g");

  private MemoryCompiler() {}

  /**
   * Compiles.
   *
   * @param sources the sources by class name
   * @return what javac had to say; empty if all is well, and then {@code classes} has the classes
   */
  static List<String> compile(Map<String, String> sources, Map<String, byte[]> classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    Output output = new Output(compiler.getStandardFileManager(found, null, null));
    boolean done = compiler.getTask(null, output, found, OPTIONS, null, units).call();
    output.written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    List<String> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
      messages.add(diagnostic.toString());
    }
    if (!done && messages.isEmpty()) {
      messages.add("javac failed without a message");
    }
    return messages;
  }

  /**
   * Compiles and loads.
   *
   * @param sources the sources by class name
   * @return a loader of the classes
   */
  static ClassLoader load(Map<String, String> sources) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    List<String> messages = compile(sources, classes);
    if (!messages.isEmpty()) {
      throw new AssertionError(
          String.join("\n", messages) + "\n" + String.join("\n", sources.values()));
    }
    return loader(classes);
  }

  static ClassLoader loader(Map<String, byte[]> classes) {
    return new ClassLoader(MemoryCompiler.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    Output(JavaFileManager fileManager) {
      super(fileManager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
