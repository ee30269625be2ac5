"""The mail that tells moderators how many comments wait; it holds no word of any reader."""

from email.message import EmailMessage

from secondsource.comments.errors import BadSetting


def digest_mail(n_waiting: int, *, origin: str, to: str) -> EmailMessage:
    """Return the mail; its link opens the queue behind the sign-in and decides nothing.

    Raises:
        BadSetting: The address is none that a mail can carry.
    """
    mail = EmailMessage()
    try:
        mail["To"] = to
    except ValueError as error:
        raise BadSetting(
            f"A mail to {to!r} was asked for; that is no address.\nGive one: --to desk@example.org"
        ) from error
    mail["Subject"] = f"{n_waiting} waiting"
    mail.set_content(f"{n_waiting} waiting: {origin}/desk/queue\n")
    return mail
