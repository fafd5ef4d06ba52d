namespace NewsAlerts.Web.Mail;

/// <summary>The built-in mails.</summary>
public sealed class RazorMailRenderer(ComponentRenderer components) : IMailRenderer
{
    public async Task<RenderedMail> RenderAsync(DigestView digest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var html = await components.RenderAsync<DigestBody>(new() { [nameof(DigestBody.Digest)] = digest });
        return new RenderedMail(DigestSubject.Of(digest), html, DigestText.Of(digest));
    }

    public async Task<RenderedMail> RenderAsync(MessageView message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var html = await components.RenderAsync<MessageBody>(new() { [nameof(MessageBody.Message)] = message });
        return new RenderedMail(message.Subject, html, MessageText.Of(message));
    }
}
