package org.mainstay.kernel.command;

import java.util.List;

/// One word of the command line. All beans are there, only HTTP is not.
public interface Command {

    String name();

    /// The exit code.
    int run(List<String> arguments) throws Exception;
}
