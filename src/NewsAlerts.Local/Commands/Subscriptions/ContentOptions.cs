using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say what and how much a subscription is sent.</summary>
internal sealed class ContentOptions
{
    private const string Unlimited = "default";

    private readonly Option<string[]> _language;
    private readonly Option<string?> _maxItems = new("--max-items")
    {
        Description = $"Most articles in a digest, 1 to 500; the rest is counted and linked. '{Unlimited}' for the installation's own limit.",
        HelpName = "N",
    };

    /// <param name="isNew">Whether the subscription is: then what is not given has a default.</param>
    public ContentOptions(bool isNew) => _language = new("--language")
    {
        Description = "Only articles in this language, such as en; several with commas, or 'all'. One whose language cannot be told passes."
            + (isNew ? " Default: all." : ""),
        HelpName = "LANG",
    };

    public void AddTo(Command command)
    {
        command.Add(_language);
        command.Add(_maxItems);
        command.Validators.Add(Validate);
    }

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(CommandResult result) => result.GetResult(_language) is not null || result.GetResult(_maxItems) is not null;

    public IReadOnlyList<string> Languages(CommandResult result, IReadOnlyList<string> before) =>
        Given(result) is { Count: > 0 } given ? given is ["all"] ? [] : given : before;

    public int? MaxItems(CommandResult result, int? before) => result.GetValue(_maxItems) is { } most ? Number(most) : before;

    private List<string> Given(CommandResult result) =>
        [.. (result.GetValue(_language) ?? []).SelectMany(one => one.Split(',', StringSplitOptions.TrimEntries)).Select(LanguageCode.Canonical).Distinct()];

    private void Validate(CommandResult result)
    {
        if (Given(result) is var languages && languages is not ["all"] && languages.FirstOrDefault(one => !IsSubtag(one)) is { } wrong)
        {
            result.AddError($"--language is '{wrong}'; expected a language's two or three letters, such as en or de (no region), or 'all' by itself.");
        }

        if (result.GetValue(_maxItems) is { } most && most != Unlimited && Number(most) is not (>= 1 and <= 500))
        {
            result.AddError($"--max-items is '{most}'; expected a number from 1 to 500, or '{Unlimited}'.");
        }
    }

    /// <summary>The primary subtag of BCP 47, which is all that an article's language is told as.</summary>
    private static bool IsSubtag(string text) => text.Length is 2 or 3 && text != "all" && text.All(char.IsAsciiLetterLower);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
