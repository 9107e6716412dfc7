package org.genevent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar. */
final class Versions implements IVersionProvider {

  private static final String RESOURCE = "version.properties";

  Versions() {}

  @Override
  public String[] getVersion() {
    return new String[] {"genevent " + ofGenevent()};
  }

  static String ofGenevent() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // an unreadable jar shows itself elsewhere; the version alone is not worth failing for
    }
    return properties.getProperty("version", "of an unpackaged build");
  }
}
