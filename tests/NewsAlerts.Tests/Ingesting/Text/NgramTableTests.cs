using System.Runtime.CompilerServices;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

/// <summary>With NEWSALERTS_APPROVE=1 the tables are made anew instead: measure the detector before you commit them.</summary>
public sealed class NgramTableTests
{
    public static TheoryData<string> Scripts => [.. NgramTable.Scripts.Keys.Select(script => script.ToString())];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_table_is_what_the_models_of_its_languages_make(string name)
    {
        var script = Enum.Parse<TextScript>(name);
        var made = LinguaModels.ToTable(script);
        var path = Path.Combine(Sources(), NgramTable.FileName(script));
        if (Environment.GetEnvironmentVariable("NEWSALERTS_APPROVE") == "1")
        {
            File.WriteAllBytes(path, made);
        }

        Assert.True(made.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"{path} is not what Lingua's models make: run this test again with NEWSALERTS_APPROVE=1.");
    }

    [Fact]
    public void A_language_has_the_rarity_of_what_it_writes_and_none_of_what_it_never_does()
    {
        var table = NgramTable.Load(TextScript.Latin);
        var rarities = new int[table.Languages.Length];
        Array.Fill(rarities, NgramTable.Never);

        table.Look((uint)table.Place('ß') << (2 * NgramTable.LetterBits), rarities);

        Assert.InRange(rarities[table.Languages.IndexOf("de")], 1, NgramTable.Never / 2);
        Assert.Equal(NgramTable.Never, rarities[table.Languages.IndexOf("mi")]);
    }

    private static string Sources([CallerFilePath] string test = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "../../../../src/NewsAlerts/Ingesting/Text/Models"));
}
