using System.Text.RegularExpressions;

namespace NewsAlerts.Tests.Architecture;

/// <summary>What can be configured is what the page says.</summary>
public sealed partial class ConfigurationPageTests
{
    [Fact]
    public void The_configuration_page_says_what_the_options_say()
    {
        var page = Repository.Read(ConfigurationPage.Path);
        var renewed = ConfigurationPage.Renewed(page);
        if (Environment.GetEnvironmentVariable("NEWSALERTS_APPROVE") == "1")
        {
            File.WriteAllText(Repository.PathOf(ConfigurationPage.Path), renewed);
            return;
        }

        Assert.True(page == renewed, $"{ConfigurationPage.Path} is not what the options say. Run the command in its comment, and look at the difference.");
    }

    [Fact]
    public void The_settings_that_README_names_exist() =>
        Assert.All(SettingKey().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value), key => Assert.Contains(key, ConfigurationPage.Keys()));

    [GeneratedRegex(@"`((?!Storage)[A-Z]\w+__\w+)`")]
    private static partial Regex SettingKey();
}
