package org.genevent.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in a user's words what an operation on files failed for. */
final class IoMessages {

  private IoMessages() {}

  static String text(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    } else if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    } else if (e instanceof NotDirectoryException other) {
      return other.getFile() + ": not a folder";
    } else if (e instanceof FileAlreadyExistsException there) {
      return there.getFile() + ": a file is in the way";
    } else if (e instanceof DirectoryNotEmptyException full) {
      return full.getFile() + ": the folder is not empty";
    } else if (e instanceof FileSystemException other) {
      return other.getFile() + ": "
          + (other.getReason() == null ? "cannot be used" : other.getReason());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
