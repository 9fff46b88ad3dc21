package org.mainstay.approval;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes into the log that there was a mail. What it says, and with that its link, is told in a demo only.
final class LoggedPostman implements Postman {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedPostman.class);

    private final boolean demo;

    LoggedPostman(boolean demo) {
        this.demo = demo;
    }

    @Override
    public void deliver(Mail mail) {
        if (demo) {
            LOG.info("Mail to {}: {}\n{}", mail.to(), mail.subject(), mail.text());
        } else {
            LOG.info("Mail to {}: {}", mail.to(), mail.subject());
        }
    }
}
