package org.mainstay.approval;

/// Takes mails away. This is where the sending of mail plugs in: until there is one, [LoggedPostman] says that there
/// was a mail.
interface Postman {

    /// @throws Exception where it has to be tried again
    void deliver(Mail mail) throws Exception;
}
