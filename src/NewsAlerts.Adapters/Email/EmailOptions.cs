using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using MimeKit;

namespace NewsAlerts.Adapters.Email;

/// <summary>The mail server and the sender. Configuration section <c>Email</c>. The defaults fit a mail catcher on the same machine.</summary>
public sealed class EmailOptions : IValidatableObject
{
    public const string Section = "Email";

    /// <summary>The mail server's name or address. Default 127.0.0.1.</summary>
    [Required]
    [StringLength(255)]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The mail server's port, 1 to 65535; default 1025. Submission is 587, or 465 with <see cref="EmailTls.Implicit"/>.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 1025;

    /// <summary>How the connection is encrypted; default <see cref="EmailTls.StartTlsWhenAvailable"/>.</summary>
    [EnumDataType(typeof(EmailTls))]
    public EmailTls Tls { get; set; } = EmailTls.StartTlsWhenAvailable;

    /// <summary>
    /// For a mail server of your own: the authorities that its certificate must come from, in the place of the system's. The path of a PEM file, or its text, also in one line. Default none: the system's.
    /// </summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>Who signs in; null, the default, to send without. Goes over an unencrypted connection only where <see cref="Tls"/> is <see cref="EmailTls.None"/>.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>; both or neither.</summary>
    public string? Password { get; set; }

    /// <summary>The sender's address; its domain also ends every Message-ID. Default newsalerts@localhost, which only a mail catcher takes.</summary>
    [Required]
    [StringLength(254)]
    public string From { get; set; } = "newsalerts@localhost";

    /// <summary>The sender's name, at most 100 characters. Default NewsAlerts.</summary>
    [StringLength(100)]
    public string FromName { get; set; } = "NewsAlerts";

    /// <summary>Where answers go; one address without a name. Default none: to <see cref="From"/>.</summary>
    [StringLength(254)]
    public string? ReplyTo { get; set; }

    /// <summary>
    /// Where mail programs without one-click may send "unsubscribe" and the subscription's id, for somebody to act on; one address without a name. Default none.
    /// </summary>
    [StringLength(254)]
    public string? UnsubscribeMailbox { get; set; }

    /// <summary>Who sends, with a postal address where the law asks for one: a line below every mail, at most 300 characters. Default none.</summary>
    [StringLength(300)]
    public string? Imprint { get; set; }

    /// <summary>The longest that sending one mail may take, from connecting on. 1 to 100 seconds (the lease of a delivery is 2 minutes); default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:40")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many mails a process hands to the server at a time, so that one that hangs leaves room for other channels. 1 to 256; default 8.</summary>
    [Range(1, 256)]
    public int Parallelism { get; set; } = 8;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailAddress.TryParse(From, out _))
        {
            yield return new ValidationResult($"{Section}__{nameof(From)} must be one mail address such as news@example.org, without a name.", [nameof(From)]);
        }

        foreach (var (key, address) in new[] { (nameof(ReplyTo), ReplyTo), (nameof(UnsubscribeMailbox), UnsubscribeMailbox) })
        {
            if (address is { Length: > 0 } && !MailAddress.TryParse(address, out _))
            {
                yield return new ValidationResult($"{Section}__{key} must be one mail address such as desk@example.org, without a name.", [key]);
            }
        }

        if (CertificateAuthority is { Length: > 0 } authority)
        {
            if (!MailAuthorities.TryRead(authority, out var authorities, out var fault))
            {
                yield return new ValidationResult($"{Section}__{nameof(CertificateAuthority)} {fault}", [nameof(CertificateAuthority)]);
            }

            foreach (var one in authorities ?? [])
            {
                one.Dispose();
            }
        }

        if (Imprint?.Any(char.IsControl) == true)
        {
            yield return new ValidationResult($"{Section}__{nameof(Imprint)} must be one line.", [nameof(Imprint)]);
        }

        if (FromName.Any(char.IsControl))
        {
            yield return new ValidationResult($"{Section}__{nameof(FromName)} must be one line.", [nameof(FromName)]);
        }

        if (string.IsNullOrEmpty(UserName) != string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult($"{Section}__{nameof(UserName)} and {Section}__{nameof(Password)} must be given both, or neither.", [nameof(UserName), nameof(Password)]);
        }
    }

    internal MailboxAddress? Answers => MailAddress.TryParse(ReplyTo, out var address) ? address : null;

    internal MailboxAddress? Unsubscriptions => MailAddress.TryParse(UnsubscribeMailbox, out var address) ? address : null;

    internal MailboxAddress Sender => MailAddress.TryParse(From, out var address)
        ? new MailboxAddress(FromName, address.Address)
        : throw new InvalidOperationException($"{Section}__{nameof(From)} is not a mail address.");
}

/// <summary>How a connection to a mail server is encrypted.</summary>
public enum EmailTls
{
    /// <summary>Not at all, not even the password.</summary>
    None,

    /// <summary>By STARTTLS where the server offers it; where not, mail goes in the clear but no password does.</summary>
    StartTlsWhenAvailable,

    /// <summary>By STARTTLS or not at all.</summary>
    StartTls,

    /// <summary>From the first byte (port 465).</summary>
    Implicit,
}

[OptionsValidator]
internal sealed partial class EmailOptionsValidator : IValidateOptions<EmailOptions>;
