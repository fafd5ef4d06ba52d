using Moq;
using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class TemplateCommandsTests : IDisposable
{
    private readonly GivenCommandLine _given = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("newsalerts-templates-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _given.Dispose();
    }

    [Fact]
    public async Task The_list_says_what_is_overridden_and_what_is_broken()
    {
        _given.Templates.Put("email.subject.hbs", "{{title}}");
        _given.Templates.Put("email.txt.hbs", "{{titel}}");
        _given.Templates.Put("email.hbs", "x");

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "list", "--json"));

        Assert.Equal(
            """
            [
              { "name": "email.subject.hbs", "state": "overridden", "bytes": 9, "changed": "1970-01-01T00:00:00+00:00" },
              { "name": "email.html.hbs", "state": "built-in" },
              { "name": "email.txt.hbs", "state": "broken", "bytes": 9, "changed": "1970-01-01T00:00:00+00:00", "fault": "It cannot be filled in: titel is undefined." },
              { "name": "email.hbs", "state": "unknown", "bytes": 1, "changed": "1970-01-01T00:00:00+00:00", "fault": "Nothing has that name. Templates are called email.subject.hbs, email.html.hbs, email.txt.hbs." }
            ]
            """.ReplaceLineEndings("\n"),
            System.Text.RegularExpressions.Regex.Replace(_given.Out.Trim().ReplaceLineEndings("\n"), @"(?<=[{,]|"")\n {4}|\n  (?=})", " "));
    }

    [Theory]
    [InlineData("email.subject.hbs")]
    [InlineData("email.html.hbs")]
    [InlineData("email.txt.hbs")]
    public async Task What_show_default_prints_is_sound_and_can_be_put_as_it_is(string name)
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "show-default", name));
        var file = FileOf(name, _given.Out);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "check", file));
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "put", file));

        Assert.Equal(_given.Out[.._given.Out.IndexOf('✓', StringComparison.Ordinal)].TrimEnd(), (await _given.Templates.ReadAllAsync(name))!.TrimEnd());
    }

    [Fact]
    public async Task A_broken_file_is_said_so_and_not_put()
    {
        var file = FileOf("email.html.hbs", "<p>\n{{> x}}</p>");

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("templates", "check", file));
        Assert.Contains("Line 2: partials and decorators are not allowed", _given.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("templates", "put", file));
        Assert.Contains("email.html.hbs is not used, since it is broken. Line 2:", _given.Error, StringComparison.Ordinal);
        Assert.Null(await _given.Templates.ReadAllAsync("email.html.hbs"));
    }

    [Theory]
    [InlineData("look.hbs", "is not named as a template is. Templates are called email.subject.hbs, email.html.hbs, email.txt.hbs.")]
    [InlineData("missing/email.txt.hbs", "cannot be read")]
    public async Task A_file_that_is_no_template_is_refused_with_the_names(string file, string error)
    {
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("templates", "check", Path.Combine(_folder, file)));
        Assert.Contains(error, _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_templates_check_says_how_to_begin()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "check"));
        Assert.Contains("newsalerts templates show-default email.html.hbs", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_one_forgets_its_failure()
    {
        _given.Templates.Put("email.txt.hbs", "{{titel}}");

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("templates", "check"));
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "remove", "email.txt.hbs"));
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("templates", "remove", "email.txt.hbs"));

        Assert.Contains("email.txt.hbs is removed", _given.Out, StringComparison.Ordinal);
        Assert.Contains("There was no email.txt.hbs", _given.Out, StringComparison.Ordinal);
        _given.Failures.Verify(one => one.RemoveAsync("deliver", "template-email.txt.hbs", It.IsAny<CancellationToken>()));
    }

    private string FileOf(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
