using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

/// <summary>The built-in mails, with the operator's templates in the place of what they stand in for.</summary>
internal sealed class TemplatedMailRenderer(RazorMailRenderer builtIn, MailTemplates templates) : IMailRenderer
{
    public async Task<RenderedMail> RenderAsync(DigestView digest, CancellationToken cancellationToken)
    {
        var mail = await builtIn.RenderAsync(digest, cancellationToken);
        return new RenderedMail(
            await templates.TryRenderAsync(TemplateKind.Subject, digest, cancellationToken) ?? mail.Subject,
            await templates.TryRenderAsync(TemplateKind.Html, digest, cancellationToken) ?? mail.Html,
            await templates.TryRenderAsync(TemplateKind.Text, digest, cancellationToken) ?? mail.Text);
    }

    /// <summary>Confirmations and notices look as built in: what they must say does not depend on taste.</summary>
    public Task<RenderedMail> RenderAsync(MessageView message, CancellationToken cancellationToken) => builtIn.RenderAsync(message, cancellationToken);
}
