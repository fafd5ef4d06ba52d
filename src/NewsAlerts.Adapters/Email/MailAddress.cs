using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace NewsAlerts.Adapters.Email;

/// <summary>Reads one bare mail address.</summary>
internal static class MailAddress
{
    /// <summary>Parses <c>local@domain</c> and nothing around it: no name, no comment, no group, no route, no line break.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        if (text is not { Length: >= 3 and <= 254 }
            || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            || !MailboxAddress.TryParse(text, out var parsed)
            || parsed.Domain.Length == 0
            || !string.Equals(parsed.Address, text, StringComparison.Ordinal))
        {
            return false;
        }

        // Without a name, which the parser may have made of nothing.
        address = new MailboxAddress(null, parsed.Address);
        return true;
    }
}
