package org.mainstay.approval;

/// A mail as it goes out.
record Mail(String to, String subject, String text) {}
