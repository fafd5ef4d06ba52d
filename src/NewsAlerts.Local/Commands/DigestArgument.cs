using System.CommandLine;
using NewsAlerts.Digesting;

namespace NewsAlerts.Local.Commands;

/// <summary>How a digest is named on the command line.</summary>
internal static class DigestArgument
{
    public static Argument<DigestId> Create() => new("DIGEST")
    {
        Description = "A digest's id, as `newsalerts deliveries list` shows it.",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && DigestId.TryParse(token.Value, null, out var id))
            {
                return id;
            }

            result.AddError($"'{string.Join(' ', result.Tokens.Select(token => token.Value))}' is not a digest id; expected one such as d-00k3m5a7cq2zxw6b-20261123T073000Z, as `newsalerts deliveries list` shows them.");
            return default;
        },
    };
}
