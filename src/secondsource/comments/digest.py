"""The mail that tells moderators how many comments wait; it holds no word of any reader."""

from email.message import EmailMessage


def digest_mail(n_waiting: int, *, origin: str, to: str) -> EmailMessage:
    """Return the mail; its link opens the queue behind the sign-in and decides nothing."""
    mail = EmailMessage()
    mail["To"] = to
    mail["Subject"] = f"{n_waiting} waiting"
    mail.set_content(f"{n_waiting} waiting: {origin}/desk/queue\n")
    return mail
