namespace NewsAlerts.Web.Mail;

/// <summary>Turns what a mail is to say into its subject and its two alternatives. Templates take the place of the built-in one.</summary>
public interface IMailRenderer
{
    /// <summary>The mail of a digest, an alert or a round-up.</summary>
    Task<RenderedMail> RenderAsync(DigestView digest, CancellationToken cancellationToken);

    /// <summary>The mail of a message without articles.</summary>
    Task<RenderedMail> RenderAsync(MessageView message, CancellationToken cancellationToken);
}

/// <summary>A mail's contents.</summary>
/// <param name="Subject">One line without control characters.</param>
/// <param name="Html">A whole document, self-contained, without images, scripts or anything to fetch.</param>
/// <param name="Text">The same as plain text, in lines that end with LF.</param>
public sealed record RenderedMail(string Subject, string Html, string Text);
