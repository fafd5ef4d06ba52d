namespace NewsAlerts.Web.Mail;

/// <summary>A message without articles as plain text.</summary>
public static class MessageText
{
    /// <summary>The text, in lines that end with LF.</summary>
    public static string Of(MessageView message)
    {
        var column = new TextColumn(DigestText.Width);
        column.Paragraph(message.Title);
        column.Rule('=');
        foreach (var paragraph in message.Paragraphs)
        {
            column.Blank();
            column.Paragraph(paragraph);
        }

        if (message.Action is { } action)
        {
            column.Blank();
            column.Paragraph($"{action.Label}:");
            column.Verbatim(action.Url);
        }

        foreach (var aside in message.Asides)
        {
            column.Blank();
            column.Paragraph(aside);
        }

        column.Footer(message.Footer);
        return column.ToString();
    }

    /// <summary>The lines below every mail; <paramref name="remarks"/> are its kind's own.</summary>
    internal static void Footer(this TextColumn column, MailFooter footer, params ReadOnlySpan<string> remarks)
    {
        column.Blank();
        column.Rule('-');
        column.Paragraph($"{footer.Reason.Before}“{footer.Name}”{footer.Reason.After}{(footer.Rule is null ? "" : $" Its rule: {footer.Rule}")}");
        if (footer.PauseUrl is not null)
        {
            column.Paragraph($"{MailFooter.Pause}:");
            column.Verbatim(footer.PauseUrl);
        }

        if (footer.UnsubscribeUrl is not null)
        {
            column.Paragraph("Unsubscribe:");
            column.Verbatim(footer.UnsubscribeUrl);
        }

        foreach (var remark in remarks)
        {
            column.Paragraph(remark);
        }

        if (footer.Imprint is not null)
        {
            column.Paragraph(footer.Imprint);
        }

        column.Paragraph($"NewsAlerts · {footer.Reference}");
    }
}
